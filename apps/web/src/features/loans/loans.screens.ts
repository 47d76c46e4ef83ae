import { screen } from '../../shared/ui/screen.js';

export const loanScreens = [
  screen('/loans', () => import('./loans-page.js'), 'LoansPage'),
  screen('/loans/new', () => import('./new-loan-page.js'), 'NewLoanPage'),
  screen('/loans/calculator', () => import('./calculator-page.js'), 'CalculatorPage'),
  screen('/loans/$id', () => import('./loan-page.js'), 'LoanPage'),
];
